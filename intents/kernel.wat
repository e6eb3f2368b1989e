;; The two inner loops of training, over all classes at once, four at a time. Addresses are in bytes; `stride` is the
;; count of classes, a multiple of four. `indices` are row numbers of the table (i32), `values` f32.
(module
  (import "env" "memory" (memory 1))

  ;; sums[c] += Σ values[k] · table[indices[k]][c]; four rows of the table at a time spare most loads of the sums.
  (func (export "gather")
    (param $table i32) (param $stride i32) (param $indices i32) (param $values i32) (param $count i32) (param $sums i32)
    (local $row i32) (local $row2 i32) (local $row3 i32) (local $row4 i32)
    (local $at i32) (local $bytes i32) (local $to i32)
    (local $value v128) (local $value2 v128) (local $value3 v128) (local $value4 v128)
    (local.set $bytes (i32.shl (local.get $stride) (i32.const 2)))
    (block $few
      (br_if $few (i32.lt_u (local.get $count) (i32.const 4)))
      (loop $fours
        (local.set $value (f32x4.splat (f32.load (local.get $values))))
        (local.set $value2 (f32x4.splat (f32.load offset=4 (local.get $values))))
        (local.set $value3 (f32x4.splat (f32.load offset=8 (local.get $values))))
        (local.set $value4 (f32x4.splat (f32.load offset=12 (local.get $values))))
        (local.set $row (i32.add (local.get $table)
          (i32.mul (i32.load (local.get $indices)) (local.get $bytes))))
        (local.set $row2 (i32.add (local.get $table)
          (i32.mul (i32.load offset=4 (local.get $indices)) (local.get $bytes))))
        (local.set $row3 (i32.add (local.get $table)
          (i32.mul (i32.load offset=8 (local.get $indices)) (local.get $bytes))))
        (local.set $row4 (i32.add (local.get $table)
          (i32.mul (i32.load offset=12 (local.get $indices)) (local.get $bytes))))
        (local.set $at (i32.const 0))
        (loop $lanes
          (local.set $to (i32.add (local.get $sums) (local.get $at)))
          (v128.store (local.get $to)
            (f32x4.add
              (f32x4.add (v128.load (local.get $to))
                (f32x4.add
                  (f32x4.mul (local.get $value) (v128.load (i32.add (local.get $row) (local.get $at))))
                  (f32x4.mul (local.get $value2) (v128.load (i32.add (local.get $row2) (local.get $at))))))
              (f32x4.add
                (f32x4.mul (local.get $value3) (v128.load (i32.add (local.get $row3) (local.get $at))))
                (f32x4.mul (local.get $value4) (v128.load (i32.add (local.get $row4) (local.get $at)))))))
          (br_if $lanes (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes))))
        (local.set $indices (i32.add (local.get $indices) (i32.const 16)))
        (local.set $values (i32.add (local.get $values) (i32.const 16)))
        (br_if $fours (i32.ge_u (local.tee $count (i32.sub (local.get $count) (i32.const 4))) (i32.const 4)))))
    (if (i32.eqz (local.get $count)) (then (return)))
    (loop $each
      (local.set $value (f32x4.splat (f32.load (local.get $values))))
      (local.set $row (i32.add (local.get $table) (i32.mul (i32.load (local.get $indices)) (local.get $bytes))))
      (local.set $at (i32.const 0))
      (loop $lanes
        (local.set $to (i32.add (local.get $sums) (local.get $at)))
        (v128.store (local.get $to) (f32x4.add (v128.load (local.get $to))
          (f32x4.mul (local.get $value) (v128.load (i32.add (local.get $row) (local.get $at))))))
        (br_if $lanes (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes))))
      (local.set $indices (i32.add (local.get $indices) (i32.const 4)))
      (local.set $values (i32.add (local.get $values) (i32.const 4)))
      (br_if $each (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; table[indices[k]][c] += values[k] · changes[c], for the classes in `places` alone: byte offsets (i32) of the fours
  ;; of classes in which anything changes. Most changes are 0.
  (func (export "scatter")
    (param $table i32) (param $stride i32) (param $indices i32) (param $values i32) (param $count i32)
    (param $changes i32) (param $places i32) (param $placeCount i32)
    (local $row i32) (local $place i32) (local $end i32) (local $at i32) (local $to i32) (local $value v128)
    (if (i32.or (i32.eqz (local.get $count)) (i32.eqz (local.get $placeCount))) (then (return)))
    (local.set $end (i32.add (local.get $places) (i32.shl (local.get $placeCount) (i32.const 2))))
    (loop $each
      (local.set $value (f32x4.splat (f32.load (local.get $values))))
      (local.set $row (i32.add (local.get $table)
        (i32.shl (i32.mul (i32.load (local.get $indices)) (local.get $stride)) (i32.const 2))))
      (local.set $place (local.get $places))
      (loop $fours
        (local.set $at (i32.load (local.get $place)))
        (local.set $to (i32.add (local.get $row) (local.get $at)))
        (v128.store (local.get $to) (f32x4.add (v128.load (local.get $to))
          (f32x4.mul (local.get $value) (v128.load (i32.add (local.get $changes) (local.get $at))))))
        (br_if $fours (i32.lt_u (local.tee $place (i32.add (local.get $place) (i32.const 4))) (local.get $end))))
      (local.set $indices (i32.add (local.get $indices) (i32.const 4)))
      (local.set $values (i32.add (local.get $values) (i32.const 4)))
      (br_if $each (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
