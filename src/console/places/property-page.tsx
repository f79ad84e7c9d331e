import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconArrowLeft, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { flatsInWords } from "../../domain/place/flats.ts";
import type { Property } from "../../web/api/place-shapes.ts";
import type { Tickets } from "../../web/api/shapes.ts";
import { useNow } from "../clock.ts";
import { useLanguage } from "../language.tsx";
import { useReader } from "../reader.ts";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import { useSignedIn } from "../session.tsx";
import { briefTime } from "../times.ts";
import { useTitle } from "../title.ts";
import { AskRemoval } from "./ask-removal.tsx";
import { useProperty } from "./place-queries.ts";
import styles from "./places.module.css";
import { usePlacesWords } from "./places-words.ts";
import { PropertyForm } from "./property-form.tsx";
import { TenantForm } from "./tenant-form.tsx";
import { TenantTable } from "./tenant-table.tsx";

/** One property: its flats, who lives there, and what was reported lately. */
export function PropertyPage({ id }: { id: string }) {
	const say = usePlacesWords();
	const { data: property, error } = useProperty(id);
	useTitle(property?.address ?? say("properties.title"));
	return (
		<Stack gap="lg">
			<Anchor component={Link} href="/places" w="fit-content">
				<Group gap={6}>
					<IconArrowLeft size={18} aria-hidden />
					{say("property.back")}
				</Group>
			</Anchor>
			<Refused error={error} />
			{property ? <Shown property={property} /> : null}
		</Stack>
	);
}

function Shown({ property }: { property: Property }) {
	const say = usePlacesWords();
	const { may } = useSignedIn();
	return (
		<>
			<div className={styles.top}>
				<div>
					<Title order={1}>{property.address}</Title>
					<Text>
						{[
							[property.postalCode, property.city].filter(Boolean).join(" "),
							property.area,
							say("property.key", { key: property.key }),
						]
							.filter(Boolean)
							.join(" · ")}
					</Text>
					<OnMap property={property} />
					{property.isRemoved ? <Text>{say("property.removed")}</Text> : null}
				</div>
				{may.includes("keep places") && !property.isRemoved ? (
					<Doings property={property} />
				) : null}
			</div>
			<Flats property={property} />
			{may.includes("see tenants") ? <Tenants property={property} /> : null}
			<NewestTickets property={property} />
		</>
	);
}

function OnMap({ property: { latitude, longitude } }: { property: Property }) {
	const say = usePlacesWords();
	if (latitude === null || longitude === null) return null;
	return (
		<Anchor
			href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`}
			target="_blank"
			rel="noreferrer"
		>
			{say("property.map")}
		</Anchor>
	);
}

function Doings({ property }: { property: Property }) {
	const say = usePlacesWords();
	const [, go] = useLocation();
	const [opened, open] = useState<"edit" | "remove" | null>(null);
	const close = () => open(null);
	return (
		<Group gap="xs">
			<Button variant="default" onClick={() => open("edit")}>
				{say("edit")}
			</Button>
			<Button variant="default" onClick={() => open("remove")}>
				{say("remove")} …
			</Button>
			{opened === "edit" ? (
				<PropertyForm property={property} close={close} />
			) : null}
			{opened === "remove" ? (
				<AskRemoval
					title={say("property.removeTitle", { name: property.address })}
					says={say("property.removeSays")}
					path={`/api/properties/${property.id}?revision=${property.revision}`}
					close={close}
					removed={() => go("/places")}
				/>
			) : null}
		</Group>
	);
}

function Flats({ property: { flats, stairwells } }: { property: Property }) {
	const say = usePlacesWords();
	const of = (stairwell: string) =>
		flats
			.filter((flat) => flat.stairwell === stairwell)
			.map(({ number }) => ({ stairwell: "", number }));
	return (
		<section>
			<Title order={2}>{say("property.flats")}</Title>
			<Text>
				{flats.length === 0
					? say("property.noFlats")
					: `${say("property.homes", { count: flats.length })}: ${flatsInWords(of(""))}`.replace(
							/: $/,
							".",
						)}
			</Text>
			<div className={styles.flats}>
				{stairwells.map((stairwell) => (
					<Text key={stairwell}>
						<b>{say("property.stairwell", { stairwell })}</b>{" "}
						{flatsInWords(of(stairwell))}
					</Text>
				))}
			</div>
		</section>
	);
}

function Tenants({ property }: { property: Property }) {
	const say = usePlacesWords();
	const { may } = useSignedIn();
	const [isAdding, setAdding] = useState(false);
	const { id, address } = property;
	return (
		<section>
			<Group justify="space-between" mb="xs">
				<Title order={2}>{say("property.tenants")}</Title>
				{may.includes("keep tenants") && !property.isRemoved ? (
					<Button
						variant="default"
						leftSection={<IconPlus size={18} aria-hidden />}
						onClick={() => setAdding(true)}
					>
						{say("property.addTenant")}
					</Button>
				) : null}
			</Group>
			{property.tenants.length > 0 ? (
				<TenantTable tenants={property.tenants} ofOne />
			) : (
				<Text>{say("property.noTenants")}</Text>
			)}
			{isAdding ? (
				<TenantForm home={{ id, address }} close={() => setAdding(false)} />
			) : null}
		</section>
	);
}

function NewestTickets({ property: { id } }: { property: Property }) {
	const say = usePlacesWords();
	const { language } = useLanguage();
	const now = useNow();
	const reader = useReader();
	const { data, error } = useQuery({
		queryKey: ["tickets", "of-property", id, language],
		queryFn: ({ signal }) =>
			ask<Tickets>(`/api/tickets?property=${id}&limit=10`, language, {
				signal,
			}),
	});
	const tickets = data?.tickets ?? [];
	return (
		<section>
			<Title order={2} mb="xs">
				{say("property.tickets")}
			</Title>
			<Refused error={error} />
			{data && tickets.length === 0 ? (
				<Text>{say("property.noTickets")}</Text>
			) : null}
			<ul className={styles.list}>
				{tickets.map((ticket) => (
					<li key={ticket.id}>
						<Link href={`/tickets/${ticket.number}`} className={styles.name}>
							{ticket.summary ?? ticket.number}
						</Link>
						<Text size="sm" c="dimmed">
							{[
								briefTime(new Date(ticket.openedAt), now, reader),
								ticket.place.words,
								ticket.summary ? ticket.number : null,
							]
								.filter(Boolean)
								.join(" · ")}
						</Text>
					</li>
				))}
			</ul>
			{tickets.length > 0 ? (
				<Anchor
					component={Link}
					href={`/tickets?property=${id}`}
					display="inline-block"
					mt="sm"
				>
					{say("property.allTickets")}
				</Anchor>
			) : null}
		</section>
	);
}
