/** @jsxImportSource react */
import { pick, useGraphiQL, useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

/** Names that GraphiQL gives its two themes; those below take their place. */
const themes = {
  'graphiql-LIGHT': {
    base: 'vs',
    paper: '#ffffff',
    accent: '#1d6b45',
    chosen: '#1d6b4519',
    field: '#3b4b6811',
    number: '#07694a',
    argument: '#5450b8',
    line: '#2f6f86',
  },
  'graphiql-DARK': {
    base: 'vs-dark',
    paper: '#212a3b',
    accent: '#6fcf9b',
    chosen: '#6fcf9b26',
    field: '#b7c2d711',
    number: '#b5cea8',
    argument: '#a5a0ff',
    line: '#a3b0c4',
  },
} as const;

/**
 * Gives the editors letters that have those of Vietnamese, and colours that stand out enough from what is behind them, in our
 * green.
 */
export function Editors() {
  const monaco = useMonaco(({ monaco }) => monaco);
  const editors = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'headerEditor', 'responseEditor'),
  );

  useEffect(() => {
    if (monaco === undefined) return;
    for (const [name, colours] of Object.entries(themes)) {
      const { base, paper, accent, chosen, field, number, argument, line } = colours;
      monaco.editor.defineTheme(name, {
        base,
        inherit: true,
        rules: [
          { token: 'argument.identifier.gql', foreground: argument },
          { token: 'number', foreground: number },
        ],
        colors: {
          'editor.background': '#ffffff00',
          'editorLineNumber.foreground': line,
          'scrollbar.shadow': '#ffffff00',
          'textLink.foreground': accent,
          'textLink.activeForeground': accent,
          'editorLink.activeForeground': accent,
          'editorWidget.background': paper,
          'editorWidget.resizeBorder': accent,
          'editorHoverWidget.background': paper,
          'editorSuggestWidget.background': paper,
          'editorSuggestWidget.selectedBackground': chosen,
          'editorSuggestWidget.selectedForeground': accent,
          'list.hoverBackground': chosen,
          'list.highlightForeground': accent,
          'list.focusHighlightForeground': accent,
          'quickInput.background': paper,
          'quickInputList.focusBackground': chosen,
          'menu.background': paper,
          'menu.selectionBackground': chosen,
          'menu.selectionForeground': accent,
          'input.background': field,
          'toolbar.hoverBackground': chosen,
          'inputOption.hoverBackground': chosen,
          'pickerGroup.foreground': accent,
          focusBorder: accent,
        },
      });
    }
  }, [monaco]);

  useEffect(() => {
    const fontFamily = getComputedStyle(document.body).getPropertyValue('--caytre-mono');
    for (const editor of Object.values(editors)) {
      editor?.updateOptions({
        fontFamily,
        renderFinalNewline: 'on',
        // Letters and dashes of Vietnamese are no attack.
        unicodeHighlight: { ambiguousCharacters: false },
      });
    }
  }, [editors]);
  return null;
}
