const FONT = 'Be Vietnam Pro';

const asDataAddress = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

/** The rules of the page for its typeface, each with the typeface itself within it; none where they cannot be had. */
async function fontRules(): Promise<string> {
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => style.getPropertyValue('font-family').includes(FONT));
  const texts = rules.map(async ({ style, parentStyleSheet }) => {
    const [, address] = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src')) ?? [];
    if (address === undefined) return '';
    const response = await fetch(new URL(address, parentStyleSheet?.href ?? location.href));
    if (!response.ok) return '';
    const weight = style.getPropertyValue('font-weight');
    const source = await asDataAddress(await response.blob());
    return `@font-face{font-family:"${FONT}";font-weight:${weight};src:url(${source})}`;
  });
  return (await Promise.all(texts)).join('');
}

/**
 * Draws an SVG file as a PNG of a size. An SVG that is drawn as a picture sees nothing of the page around it, so that it is given
 * the typeface in which its names were measured.
 */
export async function pngOfSvg(svg: string, width: number, height: number): Promise<Blob> {
  const rules = await fontRules().catch(() => '');
  const whole = svg.replace(/(<svg[^>]*>)/, (tag) => `${tag}<style>${rules}</style>`);
  const address = URL.createObjectURL(new Blob([whole], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    canvas.getContext('2d')!.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob === null) throw new Error('The picture is too large for this browser.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
