// Preloaded into the site. Next.js ends in an error of its own, without a page, where a path holds what is no text; the edge in
// front of a deployed site refuses such a path. Here its percent signs stand for themselves, and nothing has that address.
import { Server } from "node:http";

const { emit } = Server.prototype;

Server.prototype.emit = function emitTidied(event, request, ...rest) {
  if (event === "request") request.url = tidied(request.url);
  return emit.call(this, event, request, ...rest);
};

function tidied(url) {
  const end = url.indexOf("?");
  const path = end < 0 ? url : url.slice(0, end);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return path.replaceAll("%", "%25") + url.slice(path.length);
  }
}
