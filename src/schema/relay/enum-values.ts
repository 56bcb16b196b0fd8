interface EnumValue {
  readonly description: string;
}

/** The values of an enum type, from their descriptions. */
export const enumValues = <T extends string>(descriptions: Readonly<Record<T, string>>) =>
  // `Object.fromEntries` loses the names.
  Object.fromEntries(
    Object.entries<string>(descriptions).map(([name, description]) => [name, { description }]),
  ) as Readonly<Record<T, EnumValue>>;
