const { appendFileSync } = require("node:fs");

const levels = ["trace", "debug", "info", "warn", "error", "critical"];

function createLogger(file) {
  let lowest = levels.indexOf("info");
  let plain = false;

  function write(level, text) {
    if (levels.indexOf(level) < lowest) return;
    const line = plain ? text : `${new Date().toISOString()} [${level}] ${text}\n`;
    try {
      appendFileSync(file, line);
    } catch {
      // The folder is already gone: the run is over.
    }
  }

  const logger = {
    getLevel: () => lowest,
    setLevel: (level) => {
      lowest = level;
    },
    clearFormatters: () => {
      plain = true;
    },
    setPattern() {},
    flush() {},
    drop() {},
  };
  for (const level of levels) logger[level] = (text) => write(level, text);
  return logger;
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async (_name, file) => createLogger(file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
exports.Logger = function Logger(_kind, _name, file) {
  return createLogger(file);
};
