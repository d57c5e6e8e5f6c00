import { GraphQLError, Lexer, Source, type Token, TokenKind } from 'graphql';
import type { Usage } from './limits.ts';

const opening = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

export type TextUsage = Required<Pick<Usage, 'tokens' | 'nesting' | 'directives'>>;

/**
 * What a document uses by its text alone. Read token by token, so that no nesting, however deep, can end the stack, as it
 * would that of the parser, which recurses. What is no token ends the count: the parser comes no further either.
 */
export function measureText(text: string): TextUsage {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let directives = 0;
  let nesting = 0;
  let open = 0;
  try {
    for (let token: Token = lexer.advance(); token.kind !== TokenKind.EOF; ) {
      tokens += 1;
      if (opening.has(token.kind)) {
        open += 1;
        nesting = Math.max(nesting, open);
      } else if (closing.has(token.kind)) {
        open -= 1;
      } else if (token.kind === TokenKind.AT) {
        directives += 1;
      }
      token = lexer.advance();
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return { tokens, nesting, directives };
}
