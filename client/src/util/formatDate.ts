/** "12/05/2016" for "2016-12-05", as letters write dates; any other text is unchanged. */
export const formatDate = (date: string): string => date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$2/$3/$1");
