/** The picture of the program: two stems of bamboo. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1d6b45"/><path d="M13 28V4m6 24V4M11 12h4m2 0h4M11 20h4m2 0h4" stroke="#d9f2e3" stroke-width="2.6" stroke-linecap="round"/></svg>
`;
