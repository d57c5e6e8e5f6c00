/** Only the entries that were given: GraphQL's `null` and a missing argument mean the same to the port. */
export function present<Given extends object>(
  given: Given,
): { [Name in keyof Given]?: NonNullable<Given[Name]> } {
  const entries: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    const value = given[name as keyof Given];
    if (value !== null && value !== undefined) entries[name] = value;
  }
  return entries as { [Name in keyof Given]?: NonNullable<Given[Name]> };
}
