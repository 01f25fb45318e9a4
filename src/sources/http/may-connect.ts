import { BlockList, isIPv6 } from "node:net";

const listed = (...subnets: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = "", prefix = ""] = subnet.split("/");
    list.addSubnet(network, Number(prefix), isIPv6(network) ? "ipv6" : "ipv4");
  }
  return list;
};

/** Networks of one's own: whoever runs Goalpost may open them to a source. */
const ours = listed(
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "::1/128",
  "fc00::/7",
);

/** Nothing that answers there is a support desk: metadata of clouds, links, groups, what is reserved. */
const nobodys = listed(
  "0.0.0.0/8",
  "100.100.100.200/32",
  "168.63.129.16/32",
  "169.254.0.0/16",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/128",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "fd00:c1::/32",
  "fd00:ec2::/32",
  "fd20:ce::/32",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
);

const itself = listed("::1/128");

/** IPv6 networks that carry an IPv4 address, and the first of its two groups. */
const carriers: readonly (readonly [network: BlockList, group: number])[] = [
  [listed("::/96"), 6],
  [listed("::ffff:0:0/96"), 6],
  [listed("::ffff:0:0:0/96"), 6],
  [listed("64:ff9b::/96"), 6],
  [listed("2002::/16"), 1],
];

/** Whether a source may be asked at an address; with `isPrivate` it may lie in a network of one's own. */
export function mayConnect(address: string, isPrivate: boolean): boolean {
  // A link's name says that it is one.
  if (address.includes("%")) return false;
  const family = isIPv6(address) ? "ipv6" : "ipv4";
  if (family === "ipv6" && !itself.check(address, family)) {
    const carried = carriedIn(address);
    if (carried !== null) return mayConnect(carried, isPrivate);
  }
  if (nobodys.check(address, family)) return false;
  return isPrivate || !ours.check(address, family);
}

function carriedIn(address: string): string | null {
  const carrier = carriers.find(([network]) => network.check(address, "ipv6"));
  if (carrier === undefined) return null;
  const [high = 0, low = 0] = groupsOf(address).slice(carrier[1], carrier[1] + 2);
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

/** The eight groups of an IPv6 address, as the platform itself writes them out. */
function groupsOf(address: string): readonly number[] {
  const { hostname } = new URL(`http://[${address}]`);
  const [head = "", tail] = hostname.slice(1, -1).split("::");
  const [before, after] = [numbersIn(head), numbersIn(tail ?? "")];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: zeros }, () => 0), ...after];
}

const numbersIn = (part: string): readonly number[] =>
  part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
