/** Only what scrolls is a stop for those who go by keys. */
export function stopAtWhatScrolls(areas: Iterable<HTMLElement>): void {
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
