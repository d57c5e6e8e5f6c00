import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../pieces/language.ts';
import { type About, AboutTags } from './document.tsx';

/** A page that was built, ready to be told what it is in each language. */
export type Shell = (about: About, body: string) => string;

/**
 * Takes a built page apart once, so that for each request three strings are put together: its own title gives way to what the
 * server says of it, and what is to be read without script comes first in its body.
 */
export function openShell(built: string): Shell {
  const html = built.replace(/<title>.*?<\/title>\n?/s, '');
  const [, before = '', attributes = '', head = '', rest = ''] =
    /^(.*?<html)([^>]*)>(.*?)(<\/head>.*)$/s.exec(html) ?? [];
  const [, middle = '', end = ''] = /^(.*?<body[^>]*>)(.*)$/s.exec(rest) ?? [];
  if (end === '') throw new Error('A built page has no head and body.');
  const others = attributes.replace(/\s+lang="[^"]*"/, '');
  return (about, body) =>
    `${before} lang="${about.language satisfies Language}"${others}>${head}${renderToString(h(AboutTags, { about }))}\n${middle}\n${body}${end}`;
}
