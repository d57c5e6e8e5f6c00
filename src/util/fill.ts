export type Parameters = Readonly<Record<string, string | number>>;

/** A template with its `{name}` filled in; one that has no parameter stays. */
export const fill = (template: string, parameters: Parameters): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
