/** Subjects and service classes to begin with. */
export const up = `
select 1;
`;
