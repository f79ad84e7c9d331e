/** What the numbers are counted with. */
export const up = `
select 1;
`;
