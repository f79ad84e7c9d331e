import { Button, Group, Stack, Table, Text } from "@mantine/core";
import { IconFileUpload, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import type { ListedProperty } from "../../web/api/place-shapes.ts";
import { Refused } from "../refused.tsx";
import { useSignedIn } from "../session.tsx";
import { useProperties } from "./place-queries.ts";
import styles from "./places.module.css";
import { usePlacesWords } from "./places-words.ts";
import { PropertyForm } from "./property-form.tsx";
import { PropertyPage } from "./property-page.tsx";
import { More, SearchTop, useSearch } from "./search-list.tsx";

/** All properties, or the one that the address names. */
export default function PropertiesPage() {
	const [parameters] = useSearchParams();
	const id = parameters.get("property");
	return id === null ? <List /> : <PropertyPage id={id} />;
}

function List() {
	const say = usePlacesWords();
	const [, go] = useLocation();
	const { may } = useSignedIn();
	const search = useSearch();
	const [isAdding, setAdding] = useState(false);
	const { data, error } = useProperties(search.asked, search.limit);
	return (
		<Stack gap="lg">
			<SearchTop noun="properties" search={search} total={data?.total}>
				{may.includes("keep places") ? (
					<Group gap="xs">
						<Button
							component={Link}
							href="/places/import"
							variant="default"
							leftSection={<IconFileUpload size={18} aria-hidden />}
						>
							{say("properties.take")}
						</Button>
						<Button
							leftSection={<IconPlus size={18} aria-hidden />}
							onClick={() => setAdding(true)}
						>
							{say("properties.add")}
						</Button>
					</Group>
				) : null}
			</SearchTop>
			<Refused error={error} />
			{data && data.properties.length > 0 ? (
				<Properties properties={data.properties} />
			) : null}
			{data ? (
				<More
					shown={data.properties.length}
					total={data.total}
					more={search.more}
				/>
			) : null}
			{isAdding ? (
				<PropertyForm
					close={() => setAdding(false)}
					saved={({ id }) => go(`/places?property=${id}`)}
				/>
			) : null}
		</Stack>
	);
}

function Properties({ properties }: { properties: readonly ListedProperty[] }) {
	const say = usePlacesWords();
	return (
		<Table className={styles.table ?? ""} verticalSpacing="sm">
			<Table.Thead>
				<Table.Tr>
					<Table.Th>{say("properties.address")}</Table.Th>
					<Table.Th className={styles.wide ?? ""}>
						{say("properties.area")}
					</Table.Th>
					<Table.Th className={`${styles.wide} ${styles.number}`}>
						{say("properties.flats")}
					</Table.Th>
					<Table.Th className={`${styles.wide} ${styles.number}`}>
						{say("properties.tenants")}
					</Table.Th>
					<Table.Th className={styles.number ?? ""}>
						{say("properties.open")}
					</Table.Th>
				</Table.Tr>
			</Table.Thead>
			<Table.Tbody>
				{properties.map((property) => (
					<Table.Tr key={property.id}>
						<Table.Td>
							<Link
								href={`/places?property=${property.id}`}
								className={styles.name}
							>
								{property.address}
							</Link>
							<Text size="sm" c="dimmed">
								{[property.postalCode, property.city, property.key]
									.filter(Boolean)
									.join(" · ")}
							</Text>
						</Table.Td>
						<Table.Td className={styles.wide ?? ""}>{property.area}</Table.Td>
						<Table.Td className={`${styles.wide} ${styles.number}`}>
							{property.flats}
						</Table.Td>
						<Table.Td className={`${styles.wide} ${styles.number}`}>
							{property.tenants}
						</Table.Td>
						<Table.Td className={styles.number ?? ""}>
							{property.openTickets}
						</Table.Td>
					</Table.Tr>
				))}
			</Table.Tbody>
		</Table>
	);
}
