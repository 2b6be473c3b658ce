/** Loaded before a program with `node --import`: ends it with exit code 99 if it tries to use a network. */
import dgram from "node:dgram";
import dns from "node:dns";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import tls from "node:tls";

function refuse(holder, ...names) {
  for (const name of names) {
    holder[name] = () => {
      process.stderr.write(`Network access: ${name}\n`);
      process.exit(99);
    };
  }
}

refuse(net, "connect", "createConnection", "createServer");
refuse(net.Socket.prototype, "connect");
refuse(net.Server.prototype, "listen");
refuse(tls, "connect", "createServer");
refuse(http, "request", "get", "createServer");
refuse(https, "request", "get", "createServer");
refuse(http2, "connect", "createServer", "createSecureServer");
refuse(dgram, "createSocket");
refuse(dns, "lookup", "resolve", "resolve4", "resolve6");
refuse(dns.promises, "lookup", "resolve", "resolve4", "resolve6");
refuse(globalThis, "fetch", "WebSocket", "EventSource");
syncBuiltinESMExports();
