import { expect, test } from "vitest";
import { mayConnect } from "../../src/sources/http/may-connect.ts";

test.each([
  "8.8.8.8",
  "93.184.216.34",
  "172.15.255.255",
  "172.32.0.1",
  "100.63.255.255",
  "100.128.0.1",
  "2606:4700:4700::1111",
  "2a00:1450:4001:80e::200e",
  "::ffff:8.8.8.8",
  "64:ff9b::808:808",
  "2002:808:808::1",
])("%s may be asked", (address) => {
  expect([mayConnect(address, false), mayConnect(address, true)]).toEqual([true, true]);
});

test.each([
  "10.0.0.1",
  "10.255.255.255",
  "127.0.0.1",
  "127.255.0.9",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "100.64.0.1",
  "::1",
  "0:0:0:0:0:0:0:1",
  "fd12:3456::1",
  "fc00::1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
  "::ffff:192.168.0.1",
  "::127.0.0.1",
  "64:ff9b::7f00:1",
  "64:ff9b::10.0.0.1",
  "2002:7f00:1::",
  "2002:0a00:0001::1",
])("%s may be asked where the network is one's own", (address) => {
  expect([mayConnect(address, false), mayConnect(address, true)]).toEqual([false, true]);
});

test.each([
  "169.254.169.254",
  "169.254.0.1",
  "100.100.100.200",
  "168.63.129.16",
  "fd00:c1::a9fe:a9fe",
  "fd00:ec2::254",
  "fd20:ce::254",
  "fe80::1",
  "fe80::1%eth0",
  "::1%lo",
  "0.0.0.0",
  "::",
  "224.0.0.1",
  "255.255.255.255",
  "240.0.0.1",
  "ff02::1",
  "::ffff:169.254.169.254",
  "::ffff:a9fe:a9fe",
  "64:ff9b::169.254.169.254",
  "2002:a9fe:a9fe::",
  "192.0.2.1",
  "2001:db8::1",
  "2001:0:1::1",
])("%s is asked by nobody", (address) => {
  expect([mayConnect(address, false), mayConnect(address, true)]).toEqual([false, false]);
});
