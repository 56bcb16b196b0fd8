/** The maximum and the default number of rows in a page. */
export const maxPageSize = 250;
export const defaultPageSize = 25;
