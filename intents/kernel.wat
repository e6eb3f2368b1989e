;; The two inner loops of training, over all classes at once, four at a time. Addresses are in bytes; `stride` is the
;; count of classes, a multiple of four. `indices` are row numbers of the table (i32), `values` f32.
(module
  (import "env" "memory" (memory 1))

  ;; sums[c] += Σ values[k] · table[indices[k]][c]
  (func (export "gather")
    (param $table i32) (param $stride i32) (param $indices i32) (param $values i32) (param $count i32) (param $sums i32)
    (local $row i32) (local $end i32) (local $to i32) (local $value v128)
    (if (i32.eqz (local.get $count)) (then (return)))
    (loop $each
      (local.set $value (f32x4.splat (f32.load (local.get $values))))
      (local.set $row (i32.add (local.get $table)
        (i32.shl (i32.mul (i32.load (local.get $indices)) (local.get $stride)) (i32.const 2))))
      (local.set $end (i32.add (local.get $row) (i32.shl (local.get $stride) (i32.const 2))))
      (local.set $to (local.get $sums))
      (loop $lanes
        (v128.store (local.get $to) (f32x4.add (v128.load (local.get $to))
          (f32x4.mul (local.get $value) (v128.load (local.get $row)))))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (br_if $lanes (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 16))) (local.get $end))))
      (local.set $indices (i32.add (local.get $indices) (i32.const 4)))
      (local.set $values (i32.add (local.get $values) (i32.const 4)))
      (br_if $each (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; table[indices[k]][c] += values[k] · changes[c]
  (func (export "scatter")
    (param $table i32) (param $stride i32) (param $indices i32) (param $values i32) (param $count i32) (param $changes i32)
    (local $row i32) (local $end i32) (local $from i32) (local $value v128)
    (if (i32.eqz (local.get $count)) (then (return)))
    (loop $each
      (local.set $value (f32x4.splat (f32.load (local.get $values))))
      (local.set $row (i32.add (local.get $table)
        (i32.shl (i32.mul (i32.load (local.get $indices)) (local.get $stride)) (i32.const 2))))
      (local.set $end (i32.add (local.get $row) (i32.shl (local.get $stride) (i32.const 2))))
      (local.set $from (local.get $changes))
      (loop $lanes
        (v128.store (local.get $row) (f32x4.add (v128.load (local.get $row))
          (f32x4.mul (local.get $value) (v128.load (local.get $from)))))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (br_if $lanes (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 16))) (local.get $end))))
      (local.set $indices (i32.add (local.get $indices) (i32.const 4)))
      (local.set $values (i32.add (local.get $values) (i32.const 4)))
      (br_if $each (local.tee $count (i32.sub (local.get $count) (i32.const 1)))))))
