/** What people and places need beside their tables. */
export const up = `
select 1;
`;
