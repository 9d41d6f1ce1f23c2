// Preloaded into a run (node --require): whatever would reach the network or start a program throws, in threads, too.
const { syncBuiltinESMExports } = require("node:module");

const DENIED = {
  "node:net": ["connect", "createConnection", "createServer", "Socket", "Server"],
  "node:tls": ["connect", "createServer", "TLSSocket"],
  "node:dgram": ["createSocket", "Socket"],
  "node:dns": ["lookup", "resolve", "resolve4", "resolve6", "resolveAny", "resolveTxt", "lookupService"],
  "node:dns/promises": ["lookup", "resolve", "resolve4", "resolve6", "resolveAny", "resolveTxt"],
  "node:http": ["request", "get", "createServer", "Agent", "ClientRequest"],
  "node:https": ["request", "get", "createServer", "Agent"],
  "node:http2": ["connect", "createServer", "createSecureServer"],
  "node:child_process": ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"],
  "node:cluster": ["fork"],
  "node:inspector": ["open"],
};

/** Ends the run at once, so that no catch can hide it. */
function denier(name) {
  return function denied() {
    process._rawDebug(`denied: ${name}`);
    process.kill(process.pid, "SIGKILL");
  };
}

// The standard streams may be sockets: they have to be there before sockets are denied.
void [process.stdin, process.stdout, process.stderr];

for (const [module, names] of Object.entries(DENIED)) {
  const exported = require(module);
  for (const name of names) exported[name] = denier(`${module}.${name}`);
}
for (const name of ["fetch", "WebSocket", "EventSource"]) globalThis[name] = denier(name);
syncBuiltinESMExports();
