/** The ways to a network that Node has and a web worker has not. */
import dgram from "node:dgram";
import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import tls from "node:tls";
import { watchToo } from "./network.ts";

watchToo(net, "connect", "createConnection", "createServer");
watchToo(net.Socket.prototype, "connect");
watchToo(tls, "connect");
watchToo(http, "request", "get");
watchToo(https, "request", "get");
watchToo(dns, "lookup");
watchToo(dgram, "createSocket");
