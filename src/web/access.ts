import { type Role, roles } from "../domain/role.ts";

const everybody: readonly Role[] = roles;
const desk = ["office", "planner", "manager", "admin"] as const;
const planners = ["planner", "manager", "admin"] as const;
const managers = ["manager", "admin"] as const;
const admins = ["admin"] as const;

/**
 * Who may do what: this table and nothing else decides it. Whoever can be rung can say "I have it", so every role
 * acknowledges and works on tickets; whoever has shifts can swap them, so every role deals with its own.
 */
const allowed = {
	"see who is on duty": everybody,
	"see tickets": everybody,
	"see calls in progress": everybody,
	"hear recordings": everybody,
	"read the API's description": everybody,
	"acknowledge tickets": everybody,
	"work on tickets": everybody,
	"edit tickets": desk,
	"keep views of tickets": everybody,
	"export tickets": desk,
	"see ticket settings": everybody,
	"keep ticket settings": admins,
	"see places": everybody,
	"keep places": desk,
	"see tenants": desk,
	"keep tenants": desk,
	"answer data requests": managers,
	"see numbers": managers,
	"see proof": managers,
	"keep one's own account": everybody,
	"see the rota": everybody,
	"swap one's own shifts": everybody,
	"keep one's own absences": everybody,
	"keep one's own calendar feed": everybody,
	"see one's own hours": everybody,
	"ask what would happen": desk,
	"see everybody's absences": desk,
	"keep everybody's absences": desk,
	"edit the rota": planners,
	"publish the rota": planners,
	"settle swaps": planners,
	"keep everybody's calendar feeds": planners,
	"keep what-ifs": planners,
	"see fairness": planners,
	"export standby pay": managers,
	"see duty notices": desk,
	"keep duty notices": planners,
	"keep accounts": admins,
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
