/** The network APIs that Node has and a web worker does not. */
import dgram from "node:dgram";
import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import tls from "node:tls";
import { addNetworkApis } from "./network.ts";

addNetworkApis(net, "connect", "createConnection", "createServer");
addNetworkApis(net.Socket.prototype, "connect");
addNetworkApis(tls, "connect");
addNetworkApis(http, "request", "get");
addNetworkApis(https, "request", "get");
addNetworkApis(dns, "lookup");
addNetworkApis(dgram, "createSocket");
