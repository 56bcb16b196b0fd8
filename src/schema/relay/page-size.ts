export const maxPageSize = 250;
export const defaultPageSize = 25;
