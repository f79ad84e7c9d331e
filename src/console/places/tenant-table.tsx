import { ActionIcon, Menu, Table, Text } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import type { Tenant } from "../../web/api/place-shapes.ts";
import { ownName } from "../language.tsx";
import { readableNumber } from "../phone-number.ts";
import { useSignedIn } from "../session.tsx";
import { AskRemoval } from "./ask-removal.tsx";
import styles from "./places.module.css";
import { usePlacesWords } from "./places-words.ts";
import { TenantForm } from "./tenant-form.tsx";

/** Who they are, where they live, by which numbers; of one property by their flats. */
export function TenantTable({
	tenants,
	ofOne = false,
}: {
	tenants: readonly Tenant[];
	/** Whether all live in the property whose page this is. */
	ofOne?: boolean;
}) {
	const say = usePlacesWords();
	const [opened, open] = useState<{
		readonly what: "edit" | "remove";
		readonly tenant: Tenant;
	} | null>(null);
	const close = () => open(null);
	return (
		<>
			<Table className={styles.table ?? ""} verticalSpacing="sm">
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{say("tenants.name")}</Table.Th>
						<Table.Th className={styles.wide ?? ""}>
							{say(ofOne ? "field.flat" : "tenants.place")}
						</Table.Th>
						<Table.Th className={styles.wide ?? ""}>
							{say("tenants.numbers")}
						</Table.Th>
						<Table.Th className={styles.wide ?? ""}>
							{say("tenants.language")}
						</Table.Th>
						<Table.Td />
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{(ofOne ? byFlat(tenants) : tenants).map((tenant) => (
						<Row
							key={tenant.id}
							{...{ tenant, ofOne }}
							open={(what) => open({ what, tenant })}
						/>
					))}
				</Table.Tbody>
			</Table>
			{opened?.what === "edit" ? (
				<TenantForm tenant={opened.tenant} close={close} />
			) : null}
			{opened?.what === "remove" ? (
				<AskRemoval
					title={say("tenants.removeTitle", { name: opened.tenant.name })}
					says={say("tenants.removeSays")}
					path={`/api/tenants/${opened.tenant.id}?revision=${opened.tenant.revision}`}
					close={close}
				/>
			) : null}
		</>
	);
}

/** As one walks through the house. */
function byFlat(tenants: readonly Tenant[]): Tenant[] {
	return [...tenants].sort((a, b) =>
		flatOf(a).localeCompare(flatOf(b), "fi", { numeric: true }),
	);
}

function flatOf({ stairwell, flat }: Tenant): string {
	return `${stairwell} ${flat}`.trim();
}

function Home({ tenant }: { tenant: Tenant }) {
	const say = usePlacesWords();
	if (tenant.property === null) return say("tenants.nowhere");
	return (
		<Link href={`/places?property=${tenant.property}`} className={styles.name}>
			{tenant.place}
		</Link>
	);
}

function Row({
	tenant,
	ofOne,
	open,
}: {
	tenant: Tenant;
	ofOne: boolean;
	open(what: "edit" | "remove"): void;
}) {
	const say = usePlacesWords();
	const { may } = useSignedIn();
	const numbers = tenant.numbers.map(readableNumber).join(", ");
	const place = ofOne ? flatOf(tenant) : <Home tenant={tenant} />;
	return (
		<Table.Tr>
			<Table.Td>
				<Text fw={600}>{tenant.name}</Text>
				<div className={styles.narrow}>
					{place}
					<Text size="sm" className={styles.numbers ?? ""}>
						{numbers}
					</Text>
				</div>
			</Table.Td>
			<Table.Td className={styles.wide ?? ""}>{place}</Table.Td>
			<Table.Td className={`${styles.wide} ${styles.numbers}`}>
				{numbers}
			</Table.Td>
			<Table.Td className={styles.wide ?? ""}>
				{tenant.language ? ownName(tenant.language) : null}
			</Table.Td>
			<Table.Td className={styles.number ?? ""}>
				{may.includes("keep tenants") ? (
					<Menu
						position="bottom-end"
						withinPortal={false}
						withInitialFocusPlaceholder={false}
					>
						<Menu.Target>
							<ActionIcon
								variant="subtle"
								color="gray"
								size={40}
								aria-label={`${say("edit")}: ${tenant.name}`}
							>
								<IconDots size={20} aria-hidden />
							</ActionIcon>
						</Menu.Target>
						<Menu.Dropdown>
							<Menu.Item onClick={() => open("edit")}>{say("edit")}</Menu.Item>
							<Menu.Item onClick={() => open("remove")}>
								{say("remove")} …
							</Menu.Item>
						</Menu.Dropdown>
					</Menu>
				) : null}
			</Table.Td>
		</Table.Tr>
	);
}
