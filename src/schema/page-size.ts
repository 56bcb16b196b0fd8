/** How many rows a page has at most, and how many when nobody says. */
export const maxPageSize = 250;
export const defaultPageSize = 25;
