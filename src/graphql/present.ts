/** Only the entries that were given: GraphQL's `null` and a missing argument mean the same to the port. */
export function present<Given extends object>(
  given: Given,
): { [Name in keyof Given]?: NonNullable<Given[Name]> } {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  ) as { [Name in keyof Given]?: NonNullable<Given[Name]> };
}
