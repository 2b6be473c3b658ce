/** Makes an area a tab stop only while it scrolls. */
export function updateTabStops(areas: Iterable<HTMLElement>): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const area = target.closest<HTMLElement>(".scroll");
      if (area) area.tabIndex = area.scrollWidth > area.clientWidth ? 0 : -1;
    }
  });
  for (const area of areas) {
    observer.observe(area);
    for (const table of area.children) observer.observe(table);
  }
}
