/** Personal links to one ticket, and calls to tenants through the number of the line. */
export const up = `
select 1;
`;
