/** Starts readers in separate processes. */
import { fork } from "node:child_process";
import path from "node:path";
import type { ReadAnswer } from "../messages.ts";
import type { StartReader } from "../reader.ts";

/** `dist` is the folder of the built files. */
export const startReaderProcess =
  (dist: string): StartReader =>
  (onAnswer, onError) => {
    const child = fork(path.join(dist, "readerProcess.js"), {
      // Nothing in a document can become code.
      execArgv: ["--disallow-code-generation-from-strings"],
      // VS Code's executable runs as Node only if this is set.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: "" },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.on("message", (answer) => onAnswer(answer as ReadAnswer));
    child.once("error", onError).once("exit", onError);
    return {
      // If the process exits before it receives everything, its exit is reported.
      send: (request) => void child.send(request, () => {}),
      dispose: () => void child.kill("SIGKILL"),
    };
  };
