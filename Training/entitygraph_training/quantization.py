"""The engine's 8-bit arithmetic: how weights become codes, and the same losses simulated in PyTorch."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from .network import RELATION, Network


def quantize_rows(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric 8-bit codes of each row, and the scale that turns them back."""
    scale = np.maximum(np.abs(matrix).max(axis=1), 1e-12).astype(np.float32) / np.float32(127)
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8), scale


def rounded_weights(matrix: Tensor) -> Tensor:
    """The matrix as its codes give it back."""
    codes, scale = quantize_rows(matrix.numpy())
    return torch.from_numpy(codes.astype(np.float32) * scale[:, None])


def rounded_rows(x: Tensor) -> Tensor:
    """Activations as the engine sees them: 256 levels from each row's minimum to its maximum, 0 among them."""
    low, high = x.amin(-1, keepdim=True).clamp(max=0), x.amax(-1, keepdim=True).clamp(min=0)
    step = ((high - low) / 255).clamp(min=1e-30)
    zero = (-low / step).round()
    return ((((x / step).round() + zero).clamp(0, 255)) - zero) * step


class QuantizedNetwork(Network):
    """A network that loses what the engine loses: use it for evaluation only."""

    @classmethod
    def of(cls, network: Network) -> QuantizedNetwork:
        """A rounded copy."""
        copy = cls(network.deps, layers=len(network.L))
        copy.load_state_dict(network.state_dict())
        copy.eval()

        def round_input(module: nn.Module, inputs: tuple[Tensor, ...]) -> tuple[Tensor, ...]:
            return (rounded_rows(inputs[0]),)

        linear = [module for layer in copy.L for module in (layer.qkv, layer.o, layer.i, layer.d)]
        with torch.no_grad():
            copy.we.weight.copy_(rounded_weights(copy.we.weight))
            for module in [*linear, copy.ad, copy.ah, copy.rd, copy.rh]:
                module.weight.copy_(rounded_weights(module.weight))
                module.register_forward_pre_hook(round_input)
            square = copy.rU[:, :RELATION, :RELATION].transpose(1, 2).reshape(-1, RELATION)
            rounded = rounded_weights(square.contiguous()).view(-1, RELATION, RELATION).transpose(1, 2)
            copy.rU[:, :RELATION, :RELATION] = rounded
        return copy

    def relations(self, dependent: Tensor, head: Tensor, heads: Tensor) -> Tensor:
        # The part that depends on both sides sees rounded dependents; the rest does not.
        both = torch.cat([rounded_rows(dependent[..., :RELATION]), dependent[..., RELATION:]], -1)
        constant = head.clone()
        constant[..., :RELATION] = 0
        alone = super().relations(dependent, constant, heads)
        varying = head.clone()
        varying[..., RELATION] = 0
        return super().relations(both, varying, heads) + alone
