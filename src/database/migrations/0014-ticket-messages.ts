/** Messages about tickets: who wants none, what they cost, in which words. */
export const up = `
select 1;
`;
