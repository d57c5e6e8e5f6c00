import { type SettingName, settingNames } from '../pieces/settings.ts';

/** The attributes that are settings of the piece, by the names that `readSettings` knows. */
export const settingAttributes = Object.keys(settingNames) as SettingName[];

/** All attributes that an element looks at: of `id` it wants to know for those that follow it. */
export const observedAttributes: readonly string[] = [...settingAttributes, 'server', 'for', 'id'];

/** The property that mirrors an attribute: `asOf` of `as-of`; `htmlFor` of `for`, as labels have it. */
const propertyOf = (attribute: string): string =>
  attribute === 'for'
    ? 'htmlFor'
    : attribute.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Those that every HTML element mirrors by itself. */
const mirrored = ['id', 'lang'];
const properties = observedAttributes
  .filter((attribute) => !mirrored.includes(attribute))
  .map((attribute) => [propertyOf(attribute), attribute] as const);

/**
 * Lets the attributes be read and set as properties too. A property is the text of its attribute, or `null`; a list may be set
 * as an array, and `null` takes the attribute away.
 */
export function mirrorAttributes(prototype: HTMLElement): void {
  for (const [property, attribute] of properties) {
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(attribute);
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, String(value));
      },
    });
  }
}

/** Takes up what was set on an element as properties before the script that defines it was there. */
export function takeUpProperties(element: HTMLElement, more: readonly string[]): void {
  for (const property of [...properties.map(([name]) => name), ...more]) {
    if (!Object.hasOwn(element, property)) continue;
    const holder = element as unknown as Record<string, unknown>;
    const value = holder[property];
    delete holder[property];
    holder[property] = value;
  }
}
