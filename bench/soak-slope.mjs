/** The value of Student's t that 95 % lie within, by degrees of freedom; beyond the list that of the normal distribution. */
const T = [12.7, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13];
const tOf = (freedom) => T[freedom - 1] ?? (freedom <= 30 ? 2.09 : 2);

/** The slope of the line that lies nearest to the points, and between which slopes it lies with 95 % confidence; null where nobody can tell. */
export function slopeOf(points) {
  const count = points.length;
  if (count < 3) return { slope: null, low: null, high: null };
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count;
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const rest = points.reduce((sum, [x, y]) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  const error = tOf(count - 2) * Math.sqrt(rest / (count - 2) / spread);
  return { slope, low: slope - error, high: slope + error };
}
