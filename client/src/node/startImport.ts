/** Reads a document in a process of its own. */
import { fork } from "node:child_process";
import path from "node:path";
import type { ReadAnswer } from "../guidelines/importer/messages.ts";
import type { StartImport } from "../guidelines/readDocument.ts";

/** `dist`: the folder of the finished files. */
export const createStartImport =
  (dist: string): StartImport =>
  (onAnswer, onError) => {
    const child = fork(path.join(dist, "importerProcess.js"), {
      // Nothing in a document becomes code.
      execArgv: ["--disallow-code-generation-from-strings"],
      // VS Code's own program is Node only when asked to be.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: "" },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.on("message", (answer) => onAnswer(answer as ReadAnswer));
    child.once("error", onError).once("exit", onError);
    return {
      // That it has ended before it got all is told by its end.
      send: (request) => void child.send(request, () => {}),
      dispose: () => void child.kill("SIGKILL"),
    };
  };
