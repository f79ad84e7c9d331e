import { type Role, roles } from "../domain/role.ts";

const everybody: readonly Role[] = roles;

/**
 * Who may do what: this table and nothing else decides it. Whoever can be rung can say "I have it", so every role
 * acknowledges.
 */
const allowed = {
	"see who is on duty": everybody,
	"see tickets": everybody,
	"see calls in progress": everybody,
	"hear recordings": everybody,
	"read the API's description": everybody,
	"acknowledge tickets": everybody,
} satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof allowed;

/** Whether the role may do it; an unknown role may do nothing. */
export function may(role: string, permission: Permission): boolean {
	return allowed[permission].some((each) => each === role);
}

/** Everything the role may do, in the table's order. */
export function permissionsOf(role: string): Permission[] {
	return (Object.keys(allowed) as Permission[]).filter((each) =>
		may(role, each),
	);
}
