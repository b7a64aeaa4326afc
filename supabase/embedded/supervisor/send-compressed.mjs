// Preloaded into the site. Next.js takes the Content-Encoding off what the gate answers itself, and then compresses it anew
// for everyone. The gate keeps visitors' pages compressed (lib/platform/gate/kept-pages); this tells it that they can be sent
// so, and puts the header's name right when they are.
import { Server, ServerResponse } from "node:http";

const { emit } = Server.prototype;
const { setHeader } = ServerResponse.prototype;

Server.prototype.emit = function emitWithOffer(event, request, ...rest) {
  if (event === "request") request.headers["x-cineverse-sends"] = "gzip";
  return emit.call(this, event, request, ...rest);
};

ServerResponse.prototype.setHeader = function setRealHeader(name, value) {
  return setHeader.call(this, name === "x-cineverse-encoding" ? "content-encoding" : name, value);
};
