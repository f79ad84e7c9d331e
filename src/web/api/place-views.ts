import type { Context } from "../../context.ts";
import type { Property } from "../../database/properties.ts";
import { type Tenant, tenantsPage } from "../../database/tenants.ts";
import { placeInWords } from "../../domain/ticket/place.ts";
import { may } from "../access.ts";
import type { Asker } from "../asker.ts";
import type * as shapes from "./place-shapes.ts";

/** A property with who lives there, as far as the asker may see it. */
export async function propertyView(
	{ database }: Pick<Context, "database">,
	{ removedAt, ...property }: Property,
	asker: Asker,
): Promise<shapes.Property> {
	const { tenants } = may(asker.role, "see tenants")
		? await tenantsPage(database, {
				...{ like: [], digits: null, property: property.id },
				...{ limit: 2_000, offset: 0 },
			})
		: { tenants: [] };
	return {
		...property,
		stairwells: [...property.stairwells],
		flats: [...property.flats],
		isRemoved: removedAt !== null,
		tenants: tenants.map(tenantView),
	};
}

export function tenantView({
	removedAt,
	referenceKey: _,
	address,
	...tenant
}: Tenant): shapes.Tenant {
	const { stairwell, flat } = tenant;
	return {
		...tenant,
		numbers: [...tenant.numbers],
		place: placeInWords({ address, stairwell, flat }),
		isRemoved: removedAt !== null,
	};
}
