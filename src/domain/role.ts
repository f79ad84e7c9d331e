/** The roles of the people who use the console and the API; tenants never do. */

export const roles = [
	"technician",
	"office",
	"planner",
	"manager",
	"admin",
] as const;

export type Role = (typeof roles)[number];
