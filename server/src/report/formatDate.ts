/** "12/05/2016" for "2016-12-05", "12/2016" for "2016-12"; a year stays as it is. */
export function formatDate(isoDate: string): string {
  const [year = "", ...monthAndDay] = isoDate.split("-");
  return [...monthAndDay, year].join("/");
}
