exports.start = function start() {};
