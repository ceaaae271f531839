"""A device's facts lead to its tier."""

import pytest

from metaseoul.device import Device, memory, probe

GIB = 1 << 30


@pytest.mark.parametrize(
    ("device", "tier"),
    [
        (Device("llvmpipe (LLVM 15)", "4.5", True, True, 16, 64 * GIB), "lowest"),
        (Device("", "", True, False, 2, 0), "lowest"),
        (Device("Mesa Intel(R) UHD Graphics 620", "4.6", False, True, 8, 16 * GIB), "middle"),
        (Device("NVIDIA GeForce RTX 3060", "4.6", False, True, 2, 16 * GIB), "middle"),
        (Device("NVIDIA GeForce RTX 3060", "4.6", False, True, 8, 16 * GIB), "desktop"),
    ],
)
def test_a_device_gets_the_tier_that_it_can_carry(device: Device, tier: str) -> None:
    assert device.tier.name == tier


def test_where_nothing_draws_the_probe_says_so() -> None:
    device = probe(None)
    assert device.renderer == ""
    assert not device.programs
    assert device.tier.name == "lowest"


def test_memory_is_told_in_bytes() -> None:
    assert memory() == 0 or memory() > 1 << 28
