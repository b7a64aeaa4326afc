// Preloaded into the site. Next.js takes an X-Forwarded-For that came with a request as it is, and its routes cannot see
// the connection; so, like any proxy, the server itself notes at the end of that header who has called it.
import { Server } from "node:http";

const { emit } = Server.prototype;

Server.prototype.emit = function emitWithAddress(event, request, ...rest) {
  if (event === "request") {
    const hops = [request.headers["x-forwarded-for"], request.socket.remoteAddress];
    request.headers["x-forwarded-for"] = hops.filter(Boolean).join(", ");
  }
  return emit.call(this, event, request, ...rest);
};
