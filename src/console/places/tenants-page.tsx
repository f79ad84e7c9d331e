import { Button, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Refused } from "../refused.tsx";
import { useSignedIn } from "../session.tsx";
import { useTenants } from "./place-queries.ts";
import { usePlacesWords } from "./places-words.ts";
import { More, SearchTop, useSearch } from "./search-list.tsx";
import { TenantForm } from "./tenant-form.tsx";
import { TenantTable } from "./tenant-table.tsx";

/** Who lives where, and calls from which numbers? */
export default function TenantsPage() {
	const say = usePlacesWords();
	const { may } = useSignedIn();
	const search = useSearch();
	const [isAdding, setAdding] = useState(false);
	const { data, error } = useTenants(search.asked, search.limit);
	return (
		<Stack gap="lg">
			<SearchTop noun="tenants" search={search} total={data?.total}>
				{may.includes("keep tenants") ? (
					<Button
						leftSection={<IconPlus size={18} aria-hidden />}
						onClick={() => setAdding(true)}
					>
						{say("tenants.add")}
					</Button>
				) : null}
			</SearchTop>
			<Refused error={error} />
			{data && data.tenants.length > 0 ? (
				<TenantTable tenants={data.tenants} />
			) : null}
			{data ? (
				<More
					shown={data.tenants.length}
					total={data.total}
					more={search.more}
				/>
			) : null}
			{isAdding ? <TenantForm close={() => setAdding(false)} /> : null}
		</Stack>
	);
}
