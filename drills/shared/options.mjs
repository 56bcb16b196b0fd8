/** Reads options that must be numbers above 0; the error for any other value contains the usage. */
export const positiveOf = (usage) => (name, text) => {
  const value = Number(text);
  if (value > 0) return value;
  throw new Error(`--${name} must be a number above 0.\n${usage}`);
};
