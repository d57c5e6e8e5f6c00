import { useEffect, useState } from 'preact/hooks';
import { readTheme, watchTheme } from '../../../viewer/theme.ts';

/** The theme that is seen, for pictures that are taken away. */
export function useShownTheme(): 'light' | 'dark' {
  const read = (): 'light' | 'dark' => readTheme(document.body).name;
  const [theme, setTheme] = useState(read);
  useEffect(() => watchTheme(() => setTheme(read())), []);
  return theme;
}
