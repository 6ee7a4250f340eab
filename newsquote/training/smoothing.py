"""A learning-rate schedule and averaged weights for Stanza's trainers, which have neither.

Each trainer is subclassed: before an update the schedule sets the learning rate; after it the running average of the
weights moves (Polyak and Juditsky 1992; here exponential, as in https://arxiv.org/abs/1806.05594); predictions on dev
and saved models use the average. So the best model on dev is an averaged one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Schedule:
    """Warm-up, a plateau, then a cosine down to the floor."""

    peak: float
    floor: float
    steps: int
    warmup: int = 50
    hold: float = 0.3

    def rate(self, step: int) -> float:
        """The learning rate at a step.

        Args:
            step: Updates done, from 1.

        Returns:
            The rate; the floor from ``steps`` on.

        >>> schedule = Schedule(peak=3e-3, floor=1e-4, steps=1000)
        >>> schedule.rate(25), schedule.rate(200), schedule.rate(1000)
        (0.0015, 0.003, 0.0001)
        """
        if step < self.warmup:
            return self.peak * step / self.warmup
        start = max(self.warmup, int(self.hold * self.steps))
        if step <= start:
            return self.peak
        progress = min(1.0, (step - start) / max(1, self.steps - start))
        return self.floor + (self.peak - self.floor) * (1 + math.cos(math.pi * progress)) / 2


class WeightAverage:
    """The exponential running average of a model's trainable weights."""

    def __init__(self, model: Any, decay: float) -> None:
        self._decay = decay
        self._updates = 0
        self._weights = {name: weight.detach().clone() for name, weight in _trainable(model)}

    def add(self, model: Any) -> None:
        """Move the average towards the model's present weights.

        Args:
            model: A ``torch.nn.Module``.
        """
        self._updates += 1
        # A young average would cling to the random start; let it forget faster.
        decay = min(self._decay, (1 + self._updates) / (10 + self._updates))
        for name, weight in _trainable(model):
            self._weights[name].lerp_(weight.detach(), 1 - decay)

    @contextmanager
    def applied(self, model: Any) -> Iterator[None]:
        """Put the average into the model for the length of a ``with`` block.

        Args:
            model: The same module.

        Yields:
            Nothing.
        """
        present = {name: weight.detach().clone() for name, weight in _trainable(model)}
        for name, weight in _trainable(model):
            weight.data.copy_(self._weights[name])
        try:
            yield
        finally:
            for name, weight in _trainable(model):
                weight.data.copy_(present[name])


def smoothed(
    trainer_class: Any,
    schedule: Schedule,
    *,
    decay: float,
    on_build: Callable[[Any], None] | None = None,
    snapshots: Mapping[int, Path] | None = None,
) -> Any:
    """Subclass a Stanza trainer with a schedule and averaged weights.

    Args:
        trainer_class: ``stanza.models.pos.trainer.Trainer`` or ``stanza.models.depparse.trainer.GraphTrainer``.
        schedule: The learning rate.
        decay: Decay of the average; 0.998 remembers about 500 updates.
        on_build: Called once with each new trainer, to load weights to start from.
        snapshots: Where to save the averaged model after how many updates, besides Stanza's best on dev.

    Returns:
        The subclass.
    """

    class Smoothed(trainer_class):  # type: ignore[misc]
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            if on_build is not None:
                on_build(self)
            self._average = WeightAverage(self.model, decay)
            self._updates = 0

        def update(self, batch: Any, eval: bool = False) -> Any:  # noqa: A002, FBT001, FBT002 (Stanza's)
            if eval:
                return super().update(batch, eval=True)
            self._updates += 1
            # The parser restores its step from a checkpoint, the tagger has none.
            rate = schedule.rate(getattr(self, "global_step", 0) or self._updates)
            optimizers = getattr(self, "optimizers", None) or self.optimizer
            # The tokenizer has one optimiser, the others a dictionary of them.
            for optimizer in optimizers.values() if isinstance(optimizers, dict) else [optimizers]:
                for group in optimizer.param_groups:
                    group["lr"] = rate
            result = super().update(batch)
            self._average.add(self.model)
            if snapshots and self._updates in snapshots:
                self.save(str(snapshots[self._updates]))
            return result

        def predict(self, *args: Any, **kwargs: Any) -> Any:
            with self._average.applied(self.model):
                return super().predict(*args, **kwargs)

        def save(self, *args: Any, **kwargs: Any) -> Any:
            with self._average.applied(self.model):
                return super().save(*args, **kwargs)

    return Smoothed


def _trainable(model: Any) -> Iterator[tuple[str, Any]]:
    return ((name, weight) for name, weight in model.named_parameters() if weight.requires_grad)
