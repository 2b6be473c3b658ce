/** Names that the PDF library looks up as it loads and needs only to draw, which is not done here. */
class NotDrawn {}

for (const name of ["DOMMatrix", "ImageData", "Path2D"]) {
  const scope = globalThis as Record<string, unknown>;
  scope[name] ??= NotDrawn;
}
