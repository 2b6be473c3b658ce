/** Browser globals that the PDF library reads when it loads, but needs only for drawing, which isn't used here. */
class NotDrawn {}

for (const name of ["DOMMatrix", "ImageData", "Path2D"]) {
  const scope = globalThis as Record<string, unknown>;
  scope[name] ??= NotDrawn;
}
